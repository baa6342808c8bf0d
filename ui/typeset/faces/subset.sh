#!/bin/sh
# subset.sh makes the fonts that are embedded, of those of Debian's packages fonts-noto-core
# and fonts-noto-mono (SIL Open Font License 1.1), with hb-subset of libharfbuzz-bin: the
# characters named below, all features but the small capitals and other figures of Latin, no
# instructions for low resolutions. It takes the folder of the originals
# (/usr/share/fonts/truetype/noto without one) and writes to fonts/.
set -eu
from=${1:-/usr/share/fonts/truetype/noto}
to=$(dirname "$0")/fonts
mkdir -p "$to"

subset() {
	hb-subset "$from/$1.ttf" --unicodes="$2" --layout-features"${3:-=*}" --no-hinting --output-file="$to/$1.ttf"
	gzip -9 -n -f "$to/$1.ttf"
}

plain='-=smcp,c2sc,dlig,salt,ss03,ss04,ss06,ss07,lnum,pnum,onum,tnum,subs,sups,frac,ordn,zero,case,titl,sinf,numr,dnom'
others='386-3CE,400-45F,490-491' # Greek and Cyrillic, in the regular alone
latin='20-7E,A0-17F,192,218-21B,2B9-2DD,300-308,30A-30C,323-328,1E24-1E25,1E2A-1E2B,1E62-1E63,1E6C-1E6D,1E92-1E93,2000-206F,2070-208E,20AA,20AC,2116,2122,2150-215E,2212,25CC,FFFD'
for weight in Regular Bold; do
	subset NotoNaskhArabic-$weight '*'
	subset NotoSerifHebrew-$weight '*'
done
subset NotoSerif-Regular "$latin,$others" "$plain"
subset NotoSerif-Bold "$latin" "$plain"
subset NotoNastaliqUrdu-Regular '*' # its bold is made of it
subset NotoSansMono-Regular '20-7E,A0-FF,2010-205F,2190-2199,2200-2213,221A-222B,2248,2260-2265,2500-257F,FFFD'
subset NotoSansSymbols2-Regular '2022,23CE,25A0-25AB,25B2-25C1,25C6-25CF,25E6,2605-2606,2610-2612,261E,2639-263B,2660-266F,2713-2718,2756,2764,2B1B-2B1C'
