// Package bubble runs a Bubble Tea program in a terminal as package terminal knows it.
//
// [Output] stands between the program and the terminal and switches the terminal's own
// reordering off while the alternate screen is shown, and back on however the program
// ends. [Output.Filter] takes the answers that come late out of the program's messages and
// tells it what they say ([Found]). [Run] runs the program so that a fault of its own and
// a signal leave the terminal as it was, and lets it rest while nothing happens.
package bubble
