package mcnet.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mcnet.language.print.ItemText;
import mcnet.plan.Field;
import mcnet.plan.ObservedResource;
import mcnet.schema.Kind;

/** A project's own lines: what it may use of the cluster's ({@code mcnet.lxd.project.ProjectGrantConfig}). */
final class GrantLines {
    private GrantLines() {}

    static List<String> of(ObservedResource project, Kind kind, Exclusions exclusions) {
        List<String> lines = new ArrayList<>(DeclarationBody.of(project, kind, exclusions));
        boolean said = project.mark().filter(m -> !m.keys().contains("networks")).isEmpty();
        if (said || !project.value("networks").equals("own")) lines.add("networks = " + project.value("networks"));
        String zones = project.value("zones");
        if (!zones.isEmpty()) lines.add("zones = " + list(zones));
        else if (project.value("own zones").equals("true")) lines.add("zones = own");
        if (!project.value("access").isEmpty()) lines.add("access = " + list(project.value("access")));
        if (!project.value("limits.networks").isEmpty())
            lines.add("limits { networks = " + project.value("limits.networks") + " }");
        grants(project).forEach((uplink, inside) -> lines.add("grant " + ItemText.name(uplink) + " { "
                + String.join(" ", inside) + " }"));
        return lines;
    }

    private static Map<String, List<String>> grants(ObservedResource project) {
        Map<String, List<String>> grants = new LinkedHashMap<>();
        for (String uplink : project.value("grants").split(","))
            if (!uplink.isBlank()) grants.put(uplink.strip(), new ArrayList<>());
        for (String family : List.of("ipv4", "ipv6")) {
            grants.forEach((uplink, inside) -> {
                List<String> lines = new ArrayList<>();
                String subnets = Arrays.stream(project.value("subnets").split(",")).map(String::strip)
                        .filter(s -> s.startsWith(uplink + ":")).map(s -> s.substring(uplink.length() + 1))
                        .filter(s -> s.contains(":") == family.equals("ipv6")).collect(Collectors.joining(", "));
                if (!subnets.isEmpty()) lines.add("subnets = [" + subnets + "]");
                String most = project.value(Field.of("addresses." + family + "." + uplink));
                if (!most.isEmpty()) lines.add("addresses = " + most);
                if (!lines.isEmpty()) inside.add(family + " { " + String.join("  ", lines) + " }");
            });
        }
        return grants;
    }

    private static String list(String values) {
        return Arrays.stream(values.split(",")).map(String::strip).filter(v -> !v.isEmpty())
                .map(v -> Arrays.stream(v.split("\\.")).allMatch(ItemText::isWord) ? v : ItemText.quoted(v))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
