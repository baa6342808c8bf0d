#!/bin/sh
# subset.sh makes the fonts that are embedded, of those of Debian's packages fonts-noto-core
# and fonts-noto-mono (SIL Open Font License 1.1), with hb-subset of libharfbuzz-bin: the
# characters named below, all features, no instructions for low resolutions. It takes the
# folder of the originals (/usr/share/fonts/truetype/noto without one) and writes to fonts/.
set -eu
from=${1:-/usr/share/fonts/truetype/noto}
to=$(dirname "$0")/fonts
mkdir -p "$to"

subset() {
	hb-subset "$from/$1.ttf" --unicodes="$2" --layout-features='*' --no-hinting --output-file="$to/$1.ttf"
	gzip -9 -n -f "$to/$1.ttf"
}

latin='20-7E,A0-24F,250-2AF,2B0-2FF,300-36F,370-3FF,400-4FF,1E00-1EFF,2000-206F,2070-209F,20A0-20CF,2100-218F,2212,25CC,FFFD'
for weight in Regular Bold; do
	subset NotoNaskhArabic-$weight '*'
	subset NotoNastaliqUrdu-$weight '*'
	subset NotoSerifHebrew-$weight '*'
	subset NotoSerif-$weight "$latin"
done
subset NotoSansMono-Regular '20-7E,A0-17F,370-3FF,400-45F,2010-205F,2190-2199,2200-22FF,2500-259F,FFFD'
subset NotoSansSymbols2-Regular '2022,25A0-25FF,2600-26FF,2700-27BF,2B12-2B2F'
