# clock-ahead.pl SECONDS: LXD on this machine reads a clock that is ahead.
#
# Containers share the machine's clock, and Go reads it without the C library. What it does read is the function that
# the kernel maps into each process (vdso(7)); here that function is replaced, in the memory of the running LXD, by the
# system call and an addition. For amd64.
use strict;
use warnings;

my ($ahead) = @ARGV;
chomp(my $pid = `pgrep -o -x lxd`);
open(my $maps, '<', "/proc/$pid/maps") or die "maps: $!";
my ($vdso) = grep { /\[vdso\]/ } <$maps>;
my ($from, $to) = map { hex } $vdso =~ /^([0-9a-f]+)-([0-9a-f]+)/;
open(my $memory, '+<:raw', "/proc/$pid/mem") or die "mem: $!";
sysseek($memory, $from, 0);
sysread($memory, my $elf, $to - $from) or die "read: $!";

my $sections = unpack('Q<', substr($elf, 0x28, 8));
my $count = unpack('S<', substr($elf, 0x3c, 2));
my @section = map { [unpack('L<2 Q<4 L<2 Q<2', substr($elf, $sections + 64 * $_, 64))] } 0 .. $count - 1;
my ($symbols) = grep { $_->[1] == 11 } @section;    # SHT_DYNSYM
my $names = $section[$symbols->[6]];
for my $i (0 .. $symbols->[5] / 24 - 1) {
    my ($name, $info, $other, $index, $value) =
        unpack('L< C C S< Q<', substr($elf, $symbols->[4] + 24 * $i, 24));
    next if unpack('Z*', substr($elf, $names->[4] + $name)) ne '__vdso_clock_gettime';
    my $code = pack('C*',
        0xb8, 228, 0, 0, 0,     # mov eax, SYS_clock_gettime
        0x0f, 0x05,             # syscall
        0x85, 0xff,             # test edi, edi      (CLOCK_REALTIME is 0)
        0x75, 0x07,             # jne to ret
        0x48, 0x81, 0x06)       # add qword [rsi], ahead
        . pack('l<', $ahead) . pack('C', 0xc3);    # ret
    sysseek($memory, $from + $value, 0);
    syswrite($memory, $code) == length($code) or die "write: $!";
    exit 0;
}
die "no __vdso_clock_gettime";
