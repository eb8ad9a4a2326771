package mcnet.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.diagnostic.Source;
import mcnet.grammar.format.Formatter;
import mcnet.language.print.ItemText;
import mcnet.lxd.LxdNetworks;
import mcnet.lxd.traffic.PeerNames;
import mcnet.model.KindName;
import mcnet.model.Member;
import mcnet.module.Module;
import mcnet.module.PlanningContext;
import mcnet.plan.Field;
import mcnet.plan.Mark;
import mcnet.plan.ObservedResource;
import mcnet.plan.ResourceId;
import mcnet.schema.ConfigKeys;
import mcnet.schema.Index;
import mcnet.schema.Kind;

/** A cluster as the file that a person would have written: what is there, without what the server does by itself. */
public final class ImportedCluster {
    private final PlanningContext now;
    private final Index index;
    private final String program;
    private final Map<String, List<ObservedResource>> byKind = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    /** Uplinks that are not declared and yet known, as networks on them need. */
    private final Map<ResourceId, ObservedResource> facts = new LinkedHashMap<>();
    /** The program's own that the file cannot say: a plan would remove what it does not name. */
    private final Set<ResourceId> kept = new LinkedHashSet<>();
    private final SharedServices services;
    private final Exclusions exclusions;
    private final Set<ResourceId> written = new LinkedHashSet<>();

    private ImportedCluster(PlanningContext now, List<Module> modules, Index index, Exclusions exclusions) {
        this.now = now;
        this.index = index;
        this.exclusions = exclusions;
        this.program = now.program().name();
        for (Module module : modules) {
            List<ObservedResource> all = new ArrayList<>();
            for (ObservedResource found : module.found(now)) {
                if (!isOurs(found)) continue;
                if (!found.whole()) exclusions.exclude(found.id(), "its creation did not end: " + found.status());
                if (found.id().kind().equals(KindName.UPLINK)) unplugged(found);
                BalancerLines.unwritable(found.id(), now).ifPresent(why -> exclusions.exclude(found.id(), why));
                if (elements(found).stream().anyMatch(e -> !Comment.isWritable(e)))
                    exclusions.exclude(found.id(), "a text in it has control characters");
                if (!exclusions.has(found.id())) all.add(found);
                else if (found.mark().isPresent())
                    kept.add(found.id());
            }
            byKind.put(module.kind().name(), all);
        }
        this.services = new SharedServices(
                byKind.getOrDefault(KindName.ACL, List.of()).stream().flatMap(a -> elements(a).stream())
                        .toList(),
                byKind.values().stream().flatMap(List::stream).map(f -> f.id().name())
                        .collect(Collectors.toSet()));
    }

    /** An uplink has a NIC on each member; one that a member did not tell is not made up. */
    private void unplugged(ObservedResource uplink) {
        List<String> silent = now.declared().stream().filter(m -> uplink.value(new Field("nic", m)).isEmpty()).toList();
        if (silent.isEmpty()) return;
        exclusions.exclude(uplink.id(), "its NIC on " + String.join(", ", silent) + " is not known");
        if (uplink.whole()) facts.put(uplink.id(), uplink);
    }

    /**
     * The programs that something on the cluster is marked with.
     *
     * @param now with the whole cluster seen
     */
    public static Set<String> owners(PlanningContext now, List<Module> modules) {
        return modules.stream().flatMap(m -> m.found(now).stream())
                .flatMap(f -> f.mark().stream()).map(Mark::program).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * A file, and what the cluster has beside it.
     *
     * @param text laid out as {@code mcnet fmt} does
     * @param unwritten a line for each thing that is on the cluster and not in the file, with the reason
     */
    public record Result(String text, List<String> unwritten) {}

    /**
     * @param now with the whole cluster seen; the program's name says whose objects are taken beside nobody's
     * @param user whom the cluster's block logs in as, or empty; null where another file has that block already
     * @param exclusions what the file cannot say; what is found to be so here is added
     */
    public static Result of(PlanningContext now, List<Module> modules, Index index, String user,
            Exclusions exclusions) {
        ImportedCluster all = new ImportedCluster(now, modules, index, exclusions);
        if (user == null) {
            if (now.program().span() == null) all.lines.add("program " + ItemText.name(all.program));
            all.underlay(true);
        } else {
            all.lines.add("program " + ItemText.name(all.program));
            all.lines.add("\n" + ClusterBlocks.text(now.cluster(), user, all::tunnels, now.seen()));
            all.underlay(false);
        }
        if (!all.services.declarations().isEmpty())
            all.lines.add("\n" + String.join("\n", all.services.declarations()));
        all.write("");
        all.peers();
        all.projects();
        List<String> unwritten = all.unwritten();
        if (!unwritten.isEmpty()) all.lines.add("\n# On the cluster, and not in this file:");
        unwritten.forEach(line -> all.lines.add("#   " + line));
        String text = Formatter.format(new Source("import", String.join("\n", all.lines) + "\n")).text();
        return new Result(text, unwritten);
    }

    private List<String> unwritten() {
        return new OmittedObjects(now, exclusions, written).lines();
    }

    private boolean isOurs(ObservedResource found) {
        if (kind(found.id().kind()).roles().importedIfManaged()) return found.ownedBy(program);
        return found.mark().isEmpty() || found.ownedBy(program);
    }

    private List<ObservedResource> of(String kind, String project) {
        return byKind.getOrDefault(kind, List.of()).stream().filter(f -> f.id().project().equals(project)).toList();
    }

    private Kind kind(String name) {
        return index.kind(name).orElseThrow();
    }

    /** What a project has, or the cluster beside its projects. */
    private void write(String project) {
        existing(project);
        for (Kind kind : index.imported())
            for (ObservedResource each : of(kind.name(), project)) declaration(each);
    }

    private void declaration(ObservedResource found) {
        written.add(found.id());
        List<String> inside = new ArrayList<>(DeclarationBody.of(found, kind(found.id().kind()), exclusions));
        switch (found.id().kind()) {
            case KindName.NETWORK -> {
                if (found.mark().filter(m -> m.keys().contains("mtu")).isEmpty()) inside.removeIf(this::isWorkedOut);
                for (String kind : List.of(KindName.FORWARD, KindName.POOL, KindName.BALANCER))
                    inside.addAll(of(kind, found.id().project()).stream()
                            .filter(f -> f.id().network().equals(found.id().name()))
                            .flatMap(f -> part(f).stream()).toList());
            }
            case KindName.ZONE -> of(KindName.RECORD, found.id().project()).stream()
                    .filter(r -> r.id().network().equals(found.id().name()))
                    .forEach(r -> inside.addAll(record(r)));
            case KindName.ACL -> inside.addAll(new RuleStatements(found, now, services).lines());
            case KindName.PROFILE, KindName.INSTANCE -> inside.addAll(nics(found));
            default -> {}
        }
        block(found.id().kind() + " " + name(found.id().name()), inside);
    }

    /**
     * Where no program said it, LXD wrote down the MTU that it worked out from the underlay's: 58 bytes less, 78 over IPv6
     * ({@code lxd/network/driver_ovn.go getOptimalBridgeMTU}).
     */
    private boolean isWorkedOut(String line) {
        return byKind.getOrDefault(KindName.UNDERLAY, List.of()).stream()
                .flatMap(u -> new Underlays(u, now).mtus().stream())
                .anyMatch(mtu -> line.equals("mtu = " + (mtu - 58)) || line.equals("mtu = " + (mtu - 78)));
    }

    private List<String> part(ObservedResource listener) {
        String kind = listener.id().kind();
        written.add(listener.id());
        List<String> lines = new ArrayList<>();
        lines.add(kind + " " + name(listener.id().name()) + " {");
        boolean addressed = listener.id().name().matches("[0-9a-fA-F.:]*[.:][0-9a-fA-F.:]*");
        if (KindName.LISTENERS.contains(kind) && !addressed) lines.add("address = auto");
        lines.addAll(DeclarationBody.of(listener, kind(kind), exclusions));
        lines.addAll(kind.equals(KindName.BALANCER) ? BalancerLines.of(listener.id(), now) : elements(listener));
        String rest = listener.value("otherwise");
        if (!rest.isEmpty()) lines.add(Comment.unlessPlain("otherwise -> " + rest));
        lines.add("}");
        return lines;
    }

    private List<String> record(ObservedResource found) {
        written.add(found.id());
        List<String> lines = new ArrayList<>(List.of("record " + name(found.id().name()) + " {"));
        lines.addAll(DeclarationBody.of(found, kind(KindName.RECORD), exclusions));
        lines.addAll(RecordLines.of(found, kind(KindName.RECORD)));
        lines.add("}");
        return lines;
    }

    private static String name(String name) {
        return ValueLiterals.name(name);
    }

    static List<String> elements(ObservedResource found) {
        return found.values().keySet().stream().filter(Field::isElement).map(Field::element).toList();
    }

    private List<String> nics(ObservedResource owner) {
        Set<String> names = owner.values().keySet().stream().map(Field::attribute).filter(a -> a.endsWith(".network"))
                .map(a -> a.substring(0, a.indexOf('.'))).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> said = owner.mark().stream().flatMap(m -> m.keys().stream()).map(k -> k.replaceFirst("\\..*", ""))
                .collect(Collectors.toSet());
        List<String> lines = new ArrayList<>();
        for (String nic : names) {
            if (!said.contains(nic)) continue;
            written.add(new ResourceId(KindName.NIC, owner.id().project(), owner.id().kind() + " " + owner.id().name(),
                    nic));
            lines.add("nic " + ItemText.name(nic) + " {");
            lines.addAll(DeclarationBody.nic(owner, kind(KindName.NIC), nic, exclusions));
            lines.add("}");
        }
        return lines;
    }

    private void peers() {
        for (ObservedResource peer : byKind.getOrDefault(KindName.PEER, List.of())) {
            String[] ends = peer.id().name().split(" <-> ");
            String text = "peer " + end(ends[0]) + " <-> " + end(ends[ends.length - 1]);
            if (!peer.value("state").equals("joined")) {
                exclusions.exclude(peer.id(), "it is " + peer.value("state") + " on the cluster");
                if (peer.mark().isPresent()) kept.add(peer.id());
                continue;
            }
            written.add(peer.id());
            List<String> inside = DeclarationBody.of(peer, kind(KindName.PEER), exclusions);
            String usual = PeerNames.after(ends[1]) + "," + PeerNames.after(ends[0]);
            boolean said = peer.mark().filter(m -> m.keys().contains("names")).isPresent();
            if (said || !peer.value("names").equals(usual)) {
                inside = new ArrayList<>(inside);
                inside.add(0, "names = " + Stream.of(peer.value("names").split(",")).map(ItemText::name)
                        .collect(Collectors.joining(", ", "[", "]")));
            }
            if (inside.isEmpty()) lines.add("\n" + text);
            else
                block(text, inside);
        }
    }

    private static String end(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? ItemText.name(name)
                : ItemText.name(name.substring(0, dot)) + "." + ItemText.name(name.substring(dot + 1));
    }

    private void projects() {
        for (ObservedResource project : byKind.getOrDefault(KindName.PROJECT, List.of())) {
            int start = lines.size();
            GrantLines.of(project, kind(KindName.PROJECT), exclusions).forEach(lines::add);
            if (project.value("networks").equals("own")) write(project.id().name());
            List<String> inside = new ArrayList<>(lines.subList(start, lines.size()));
            written.add(project.id());
            lines.subList(start, lines.size()).clear();
            block("project " + ItemText.name(project.id().name()), inside);
        }
    }

    private void underlay(boolean alone) {
        for (ObservedResource each : byKind.getOrDefault(KindName.UNDERLAY, List.of()))
            new Underlays(each, now).text(alone).ifPresent(text -> lines.add("\n" + text));
    }

    private Optional<String> tunnels(Member member) {
        return byKind.getOrDefault(KindName.UNDERLAY, List.of()).stream()
                .flatMap(u -> new Underlays(u, now).address(member).stream()).findFirst();
    }

    /** What the file names and does not answer for: what others own and it refers to, and its own that it cannot say. */
    private void existing(String project) {
        if (!project.isEmpty()) return;
        Set<ResourceId> here = byKind.values().stream().flatMap(List::stream).map(ObservedResource::id)
                .collect(Collectors.toSet());
        Set<ResourceId> there = ClusterContents.of(now).stream().map(OmittedObjects::id).collect(Collectors.toSet());
        Set<ResourceId> named = new LinkedHashSet<>();
        for (List<ObservedResource> all : byKind.values())
            for (ObservedResource each : all) named.addAll(each.needs());
        named.removeIf(id -> kind(id.kind()).roles().importOrder() == 0 || !there.contains(id));
        named.addAll(kept);
        named.addAll(exclusions.existing());
        named.removeIf(id -> here.contains(id) || !id.project().isEmpty() || !id.network().isEmpty()
                || !mayExist(kind(id.kind())));
        for (ResourceId id : named) {
            String why = exclusions.existing().contains(id) ? Comment.of(exclusions.reason(id)) + "\n" : "";
            String head = why + "existing " + id.kind() + " " + name(id.name());
            if (facts.containsKey(id))
                block(head, DeclarationBody.facts(facts.get(id), kind(id.kind())));
            else
                lines.add("\n" + head);
        }
    }

    /** It stands alone on the server, and the program does not only look at it. */
    private static boolean mayExist(Kind kind) {
        return kind.server().exists() && !kind.server().isPart() && kind.server().keys().own() != ConfigKeys.Own.NONE;
    }

    private void block(String head, List<String> inside) {
        lines.add("\n" + head + (inside.isEmpty() ? " { }" : " {"));
        lines.addAll(inside);
        if (!inside.isEmpty()) lines.add("}");
    }
}
