package mcnet.check.rule.zone;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.DeclaredEntry;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.model.Value;
import mcnet.model.ZoneEntry;

/**
 * Entries that a name server can read. LXD checks each alone and takes its names as relative to the root; when it serves the
 * zone it takes no relative ones, and one bad entry makes it answer nothing at all
 * ({@code lxd/network/zone/record.go validateEntries}, {@code lxd/dns/handler.go ServeDNS}).
 */
public final class RecordEntries implements Rule {
    private static final Map<String, String> EXAMPLES = Map.of(
            "MX", "a preference and a name: mx = [\"10 mail.example.org.\"]",
            "SRV", "priority, weight, port and name: srv = [\"0 5 5060 sip.example.org.\"]",
            "CNAME", "a name: cname = \"web.example.org.\"",
            "NS", "a name: ns = [\"ns1.example.org.\"]",
            "PTR", "a name: ptr = [\"web.example.org.\"]");

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        facts.program().all(KindName.RECORD).forEach(record -> check(record, report));
    }

    private static void check(Declaration record, Consumer<Diagnostic> report) {
        if (record.name().equals("@"))
            report.accept(Diagnostic
                    .error("MC0496", "a record cannot have the name of the zone itself", new Label(record.span(), ""))
                    .why("the server serves it as @." + record.inside().outer() + ", which nobody asks for")
                    .fix("choose a name inside of the zone"));
        DeclaredEntry.values(record, ZoneEntry.ANY).filter(v -> ZoneEntry.read(v.text(), 0).isEmpty())
                .forEach(v -> report.accept(Diagnostic
                        .error("MC0492", "expected a type and a value", new Label(v.span(), ""))
                        .fix("write it as in a zone file, without the name: entries = [\"CAA 0 issue ca.example.org\"]")));
        long ttl = record.setting("ttl").map(Setting::value).map(v -> ((Value.Duration) v).seconds()).orElse(0L);
        List<DeclaredEntry> entries = DeclaredEntry.of(record, ttl);
        entries.forEach(e -> readable(e.entry(), e.value(), report));
        aliases(record, entries, report);
        duplicates(entries, ttl, report);
    }

    private static void readable(ZoneEntry entry, Value said, Consumer<Diagnostic> report) {
        Optional<String> fault = entry.fault();
        if (fault.isPresent())
            report.accept(Diagnostic
                    .error("MC0493", "invalid " + entry.type() + " entry", new Label(said.span(), ""))
                    .why("name servers cannot read it: " + fault.get())
                    .fix("write " + EXAMPLES.getOrDefault(entry.type(), "its value as in a zone file")));
        else if (EXAMPLES.containsKey(entry.type()) && !entry.value().endsWith("."))
            report.accept(Diagnostic
                    .error("MC0494", "a name in an entry needs a dot at its end", new Label(said.span(), ""))
                    .why("the server accepts it, and then cannot serve the whole zone any more")
                    .fix("write the whole name: \"" + entry.value() + ".\""));
    }

    /** RFC 1034 3.6.2. */
    private static void aliases(Declaration record, List<DeclaredEntry> entries, Consumer<Diagnostic> report) {
        if (entries.size() < 2) return;
        entries.stream().filter(e -> e.entry().type().equals("CNAME")).findFirst()
                .ifPresent(alias -> report.accept(Diagnostic
                        .error("MC0495", record.title() + " is an alias and has other entries",
                                new Label(alias.value().span(), ""))
                        .why("name servers refuse a zone in which an alias has anything else")
                        .fix("remove the cname, or all other entries")));
    }

    private static void duplicates(List<DeclaredEntry> entries, long ttl, Consumer<Diagnostic> report) {
        Set<String> seen = new HashSet<>();
        for (DeclaredEntry each : entries)
            if (!seen.add(new ZoneEntry(each.entry().type(), ttl, each.entry().value()).line(ttl)))
                report.accept(Diagnostic.error("MC0497", "duplicate entry", new Label(each.value().span(), ""))
                        .why("the server refuses a type with the same value twice").fix("remove one of them"));
    }
}
