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
import mcnet.diagnostic.Source;
import mcnet.grammar.format.Formatter;
import mcnet.lang.Plain;
import mcnet.model.Member;
import mcnet.module.LxdNetworks;
import mcnet.module.Module;
import mcnet.module.Situation;
import mcnet.module.traffic.PeerNames;
import mcnet.plan.Field;
import mcnet.plan.Found;
import mcnet.plan.Mark;
import mcnet.plan.ResourceId;
import mcnet.schema.Index;
import mcnet.schema.Kind;

/** A cluster as the file that a person would have written: what is there, without what the server does by itself. */
public final class Imported {
    private static final List<String> OWNED = List.of("profile", "instance");

    private final Situation now;
    private final Index index;
    private final String program;
    private final Map<String, List<Found>> byKind = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final Services services;

    private Imported(Situation now, List<Module> modules, Index index) {
        this.now = now;
        this.index = index;
        this.program = now.program().name();
        for (Module module : modules)
            byKind.put(module.kind().name(), module.found(now).stream().filter(this::isOurs).toList());
        this.services = new Services(byKind.getOrDefault("acl", List.of()).stream().flatMap(a -> elements(a).stream())
                .toList(),
                byKind.values().stream().flatMap(List::stream).map(f -> f.id().name())
                        .collect(Collectors.toSet()));
    }

    /**
     * The programs that something on the cluster is marked with.
     *
     * @param now with the whole cluster seen
     */
    public static Set<String> owners(Situation now, List<Module> modules) {
        return modules.stream().flatMap(m -> m.found(now).stream())
                .flatMap(f -> f.mark().stream()).map(Mark::program).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The text, laid out as {@code mcnet fmt} does.
     *
     * @param now with the whole cluster seen; the program's name says whose objects are taken beside nobody's
     * @param user whom the cluster's block logs in as, or empty; null where another file has that block already
     */
    public static String text(Situation now, List<Module> modules, Index index, String user) {
        Imported all = new Imported(now, modules, index);
        if (user == null) {
            if (now.program().span() == null) all.lines.add("program " + Plain.name(all.program));
            all.underlay(true);
        } else {
            all.lines.add("program " + Plain.name(all.program));
            all.lines.add("\n" + Clusters.text(now.cluster(), user, all::tunnels, now.seen()));
            all.underlay(false);
        }
        if (!all.services.declarations().isEmpty())
            all.lines.add("\n" + String.join("\n", all.services.declarations()));
        all.write("");
        all.peers();
        all.projects();
        all.rest();
        return Formatter.format(new Source("import", String.join("\n", all.lines) + "\n")).text();
    }

    private boolean isOurs(Found found) {
        if (OWNED.contains(found.id().kind())) return found.ownedBy(program);
        return found.mark().isEmpty() || found.ownedBy(program);
    }

    private List<Found> of(String kind, String project) {
        return byKind.getOrDefault(kind, List.of()).stream().filter(f -> f.id().project().equals(project)).toList();
    }

    private Kind kind(String name) {
        return index.kind(name).orElseThrow();
    }

    /** What a project has, or the cluster beside its projects. */
    private void write(String project) {
        existing(project);
        for (String kind : List.of("uplink", "zone", "network", "acl", "profile", "instance"))
            for (Found each : of(kind, project)) declaration(each);
    }

    private void declaration(Found found) {
        List<String> inside = new ArrayList<>(Written.of(found, kind(found.id().kind())));
        switch (found.id().kind()) {
            case "network" -> {
                if (found.mark().filter(m -> m.keys().contains("mtu")).isEmpty()) inside.removeIf(this::isWorkedOut);
                of("forward", found.id().project()).stream()
                        .filter(f -> f.id().network().equals(found.id().name()))
                        .forEach(f -> inside.addAll(forward(f)));
            }
            case "acl" -> inside.addAll(new Rules(found, services).lines().stream().map(Comment::unlessPlain).toList());
            case "profile", "instance" -> inside.addAll(nics(found));
            default -> {}
        }
        block(found.id().kind() + " " + name(found.id().name()), inside);
    }

    /**
     * Where no program said it, LXD wrote down the MTU that it worked out from the underlay's: 58 bytes less, 78 over IPv6
     * ({@code lxd/network/driver_ovn.go getOptimalBridgeMTU}).
     */
    private boolean isWorkedOut(String line) {
        return byKind.getOrDefault("underlay", List.of()).stream().flatMap(u -> new Underlays(u, now).mtus().stream())
                .anyMatch(mtu -> line.equals("mtu = " + (mtu - 58)) || line.equals("mtu = " + (mtu - 78)));
    }

    private List<String> forward(Found forward) {
        List<String> lines = new ArrayList<>();
        lines.add("forward " + name(forward.id().name()) + " {");
        lines.addAll(Written.of(forward, kind("forward")));
        elements(forward).stream().map(Comment::unlessPlain).forEach(lines::add);
        String rest = forward.value("otherwise");
        if (!rest.isEmpty()) lines.add(Comment.unlessPlain("otherwise -> " + rest));
        lines.add("}");
        return lines;
    }

    private static String name(String name) {
        return Literals.name(name);
    }

    static List<String> elements(Found found) {
        return found.values().keySet().stream().filter(Field::isElement).map(Field::element).toList();
    }

    private List<String> nics(Found owner) {
        Set<String> names = owner.values().keySet().stream().map(Field::attribute).filter(a -> a.endsWith(".network"))
                .map(a -> a.substring(0, a.indexOf('.'))).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> said = owner.mark().stream().flatMap(m -> m.keys().stream()).map(k -> k.replaceFirst("\\..*", ""))
                .collect(Collectors.toSet());
        List<String> lines = new ArrayList<>();
        for (String nic : names) {
            if (!said.contains(nic)) continue;
            lines.add("nic " + Plain.name(nic) + " {");
            lines.addAll(Written.nic(owner, kind("nic"), nic));
            lines.add("}");
        }
        return lines;
    }

    private void peers() {
        for (Found peer : byKind.getOrDefault("peer", List.of())) {
            String[] ends = peer.id().name().split(" <-> ");
            String text = "peer " + end(ends[0]) + " <-> " + end(ends[ends.length - 1]);
            if (!peer.value("state").equals("joined")) {
                lines.add("\n" + Comment.of(text + ": " + peer.value("state") + " on the cluster"));
                continue;
            }
            List<String> inside = Written.of(peer, kind("peer"));
            String usual = PeerNames.after(ends[1]) + "," + PeerNames.after(ends[0]);
            boolean said = peer.mark().filter(m -> m.keys().contains("names")).isPresent();
            if (said || !peer.value("names").equals(usual)) {
                inside = new ArrayList<>(inside);
                inside.add(Comment.unlessPlain("names = [" + peer.value("names").replace(",", ", ") + "]"));
            }
            if (inside.isEmpty()) lines.add("\n" + text);
            else
                block(text, inside);
        }
    }

    private static String end(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? Plain.name(name)
                : Plain.name(name.substring(0, dot)) + "." + Plain.name(name.substring(dot + 1));
    }

    private void projects() {
        for (Found project : byKind.getOrDefault("project", List.of())) {
            int start = lines.size();
            Grants.of(project, kind("project")).stream().map(Comment::unlessPlain).forEach(lines::add);
            if (project.value("networks").equals("own")) write(project.id().name());
            List<String> inside = new ArrayList<>(lines.subList(start, lines.size()));
            boolean empty = inside.isEmpty() && project.mark().isEmpty();
            lines.subList(start, lines.size()).clear();
            if (!empty) block("project " + Plain.name(project.id().name()), inside);
        }
    }

    private void underlay(boolean alone) {
        for (Found each : byKind.getOrDefault("underlay", List.of()))
            new Underlays(each, now).text(alone).ifPresent(text -> lines.add("\n" + text));
    }

    private Optional<String> tunnels(Member member) {
        return byKind.getOrDefault("underlay", List.of()).stream()
                .flatMap(u -> new Underlays(u, now).address(member).stream()).findFirst();
    }

    /** What others own and what is written here refers to. */
    private void existing(String project) {
        Set<ResourceId> here = byKind.values().stream().flatMap(List::stream).map(Found::id)
                .collect(Collectors.toSet());
        Set<String> names = new LinkedHashSet<>();
        for (Found network : of("network", project))
            for (ResourceId need : network.needs())
                if (need.kind().equals("uplink") && !here.contains(need)) names.add(need.name());
        if (project.isEmpty()) names.forEach(n -> lines.add("\nexisting uplink " + Plain.name(n)));
    }

    /** What the cluster has and this file does not. */
    private void rest() {
        List<String> left = new ArrayList<>();
        Set<String> here = byKind.values().stream().flatMap(List::stream).map(f -> f.id().name())
                .collect(Collectors.toSet());
        for (JsonNode network : now.seen().of(LxdNetworks.list()).value()) {
            String name = network.path("name").asText();
            if (network.path("managed").asBoolean() && !here.contains(name))
                left.add(network.path("type").asText() + " " + Plain.name(name) + Optional
                        .of(network.path("config").path("user.mcnet.program").asText()).filter(p -> !p.isEmpty())
                        .map(p -> " of program " + Plain.name(p)).orElse(""));
        }
        if (!left.isEmpty()) lines.add("\n" + Comment.of("On the cluster, and not in this file: " + String.join(", ", left) + "."));
    }

    private void block(String head, List<String> inside) {
        lines.add("\n" + head + (inside.isEmpty() ? " { }" : " {"));
        lines.addAll(inside);
        if (!inside.isEmpty()) lines.add("}");
    }
}
