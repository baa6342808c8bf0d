// Package rtl lays right-to-left and mixed text out in a terminal's cells.
package rtl
