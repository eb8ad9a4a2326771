# Milliseconds of runs, kept by name in $work/times.NAME: wall clock, CPU.

# timed NAME COMMAND…: runs it, with all that it starts.
timed() {
  name=$1
  shift
  times > "$work/before"; from=$(date +%s%N)
  "$@" >/dev/null 2>"$work/last.err" || { echo "bench: $*:" >&2; cat "$work/last.err" >&2; return 1; }
  to=$(date +%s%N); times > "$work/after"
  echo "$(((to - from) / 1000000)) $(awk 'FNR==2 { split($1, u, /[ms]/); split($2, s, /[ms]/); t = u[1]*60+u[2]+s[1]*60+s[2]; if (NR==FNR) a=t; else printf "%d", (t-a)*1000 }' "$work/before" "$work/after")" \
    >> "$work/times.$name"
}

# median NAME COLUMN
median() { sort -n -k"$2" "$work/times.$1" | awk -v k="$2" '{ v[NR] = $k } END { print v[int((NR + 1) / 2)] }'; }

# row TEXT NAME [PEER]: a line of the table in $work/rows; the ratio is the peer's median to this one's, by the clock.
row() {
  ratio=
  [ -z "${3:-}" ] || ratio=$(awk -v a="$(median "$2" 1)" -v b="$(median "$3" 1)" 'BEGIN { printf "%.2f", a / b }')
  sort -n "$work/times.$2" | awk -v text="$1" -v cpu="$(median "$2" 2)" -v ratio="$ratio" '
    { v[NR] = $1 } END { printf "| %s | %d (%d–%d) | %s | %s |\n", text, v[int((NR + 1) / 2)], v[1], v[NR], cpu, ratio }' \
    >> "$work/rows"
}
