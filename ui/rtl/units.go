package rtl

// unit is what the making of lines must know of one character.
type unit uint8

const (
	unitWidth     unit = 3      // the columns of the cell that starts with it; of a tab 3
	unitCell      unit = 1 << 2 // a cell starts with it
	unitSpace     unit = 1 << 3 // a cell starts with it that vanishes at the end of a line
	unitMayBreak  unit = 1 << 4 // a line may end before it
	unitMustBreak unit = 1 << 5 // a line must end before it
	unitInside    unit = 1 << 6 // it belongs to the cell before it

	unitTab = unitCell | unitSpace | unitWidth
)
