package rtl

const tatweel = 'ـ'

func (s *segment) justify(width, room int, o *Options) int { return width }
