#!/usr/bin/perl
# Stands for each program of a simulated member: sends its words to the test, and ends as that says.
use strict;
use Socket;

my $name = $0;
$name =~ s{.*/}{};
socket(my $test, PF_UNIX, SOCK_STREAM, 0) or die "$name: $!";
connect($test, pack_sockaddr_un('SOCKET')) or die "$name: $!";
syswrite($test, join("\0", $name, @ARGV));
shutdown($test, 1);
my $answer = do { local $/; <$test> };
die "$name: no answer\n" if length($answer // '') < 5;
my ($exit, $length) = unpack('CN', $answer);
print STDERR substr($answer, 5, $length);
print STDOUT substr($answer, 5 + $length);
exit $exit;
