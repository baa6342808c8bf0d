// Package joining gives Arabic letters the forms in which they join.
package joining
