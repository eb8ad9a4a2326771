# timed NAME COMMAND…: runs it and keeps its milliseconds, wall and CPU, under the name.
cpu() { times | awk 'NR==2 { split($1, u, /[ms]/); split($2, s, /[ms]/); print int((u[1]*60+u[2]+s[1]*60+s[2])*1000) }'; }
timed() {
  name=$1
  shift
  times > "$work/before"; from=$(date +%s%N)
  "$@" >/dev/null 2>&1 || true
  to=$(date +%s%N); times > "$work/after"
  echo "$(((to - from) / 1000000)) $(awk 'FNR==2 { split($1, u, /[ms]/); split($2, s, /[ms]/); t = u[1]*60+u[2]+s[1]*60+s[2]; if (NR==FNR) a=t; else printf "%d", (t-a)*1000 }' "$work/before" "$work/after")" \
    >> "$work/times.$name"
}

median() { sort -n -k"$2" "$work/times.$1" | awk -v k="$2" '{ v[NR] = $k } END { print v[int((NR + 1) / 2)] }'; }

# row TEXT NAME PEER: a line of the table; the ratio is to the peer.
row() {
  sort -n "$work/times.$2" | awk -v text="$1" -v cpu="$(median "$2" 2)" -v peer="$(median "$3" 1)" '
    { v[NR] = $1 } END { m = v[int((NR + 1) / 2)]; printf "| %s | %d (%d–%d) | %d | %.2f |\n", text, m, v[1], v[NR], cpu, m / peer }'
}
