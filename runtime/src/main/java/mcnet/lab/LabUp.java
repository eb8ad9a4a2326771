package mcnet.lab;

import com.github.dockerjava.api.model.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.lab.engine.Engine;
import mcnet.lab.engine.LabException;
import mcnet.lab.engine.LabProgress;
import mcnet.lab.engine.StateFolder;

/** Brings a lab up from whatever is there: nothing, a half, members that stopped, or all of it. */
final class LabUp {

    private final Engine engine;
    private final StateFolder state;
    private final LabProgress progress;

    LabUp(Engine engine, StateFolder state, LabProgress progress) {
        this.engine = engine;
        this.state = state;
        this.progress = progress;
    }

    LabLayout run(LabSpec spec) {
        Optional<LabLayout> existing = LabLayout.find(engine, spec.name());
        existing.ifPresent(layout -> refuseAnother(layout, spec));
        if (existing.isPresent() && revive(existing.get()))
            return existing.get();
        String image = image(existing.map(LabLayout::source).or(spec::source).orElse(MemberSource.DEFAULT));
        LabLayout layout = existing.orElseGet(() -> new LabNetworks(engine).claim(spec));
        make(layout, image);
        return layout;
    }

    /** The same, but none of its members has a past. */
    LabLayout fresh(LabSpec spec) {
        Optional<LabLayout> existing = LabLayout.find(engine, spec.name());
        if (existing.isPresent() && !existing.get().source().equals(spec.source().orElse(MemberSource.DEFAULT))) {
            new LabContainers(engine, existing.get()).removeAll();
            new LabNetworks(engine).remove(spec.name());
            return run(spec);
        }
        existing.ifPresent(layout -> refuseOtherSize(layout, spec));
        existing.ifPresent(this::makeAnew);
        return existing.orElseGet(() -> run(spec));
    }

    /** Throws all members away and makes them anew, with the same addresses and the same key. */
    void makeAnew(LabLayout layout) {
        String image = image(layout.source());
        new LabContainers(engine, layout).removeAll();
        make(layout, image);
    }

    private String image(MemberSource source) {
        return source.ensure(engine, state, progress);
    }

    private static void refuseAnother(LabLayout layout, LabSpec spec) {
        refuseOtherSize(layout, spec);
        if (spec.source().isPresent() && !spec.source().get().equals(layout.source()))
            throw new LabException("the lab " + layout.name() + " is made of " + layout.source().title() + ", not of "
                    + spec.source().get().title(), "what a lab is made of cannot be changed",
                    "mcnet lab down --name " + layout.name() + " first, or give --name another name");
    }

    private static void refuseOtherSize(LabLayout layout, LabSpec spec) {
        if (spec.members().isPresent() && spec.members().getAsInt() != layout.size())
            throw new LabException("the lab " + layout.name() + " has " + layout.size() + " members, not "
                    + spec.members().getAsInt(), "the size of a lab cannot be changed",
                    "mcnet lab down --name " + layout.name() + " first, or give --name another name");
    }

    /** @return false if the lab must be made: its members are incomplete and have been removed */
    private boolean revive(LabLayout layout) {
        LabContainers containers = new LabContainers(engine, layout);
        Members members = new Members(engine, layout);
        List<Container> there = containers.all();
        if (!names(there).containsAll(parts(layout)) || !members.formed()) {
            progress.say("the lab " + layout.name() + " is incomplete; creating its members again");
            containers.removeAll();
            return false;
        }
        List<Container> stopped = there.stream().filter(container -> !Engine.running(container)).toList();
        if (stopped.isEmpty())
            progress.say("the lab " + layout.name() + " already runs");
        else
            progress.say("starting stopped members: " + String.join(", ", names(stopped)));
        ParallelMembers
                .run(stopped.stream().<Runnable>map(container -> () -> containers.start(container.getId())).toList());
        members.awaitOnline(members.all());
        finish(layout, members);
        return true;
    }

    private void make(LabLayout layout, String image) {
        new LabNetworks(engine).ensure(layout);
        LabContainers containers = new LabContainers(engine, layout);
        Members members = new Members(engine, layout);
        progress.say("starting " + layout.size() + " members");
        List<Runnable> parts = new ArrayList<>();
        for (LabMember member : layout.members())
            parts.add(() -> {
                containers.createMember(image, member);
                containers.start(layout.container(member));
            });
        parts.add(() -> {
            containers.createFabric(image);
            containers.start(layout.fabric());
        });
        ParallelMembers.run(parts);
        members.awaitServices();
        progress.say("forming the cluster");
        ParallelMembers.run(List.of(members::formCluster, () -> finish(layout, members)));
    }

    private void finish(LabLayout layout, Members members) {
        new UplinkNetwork(engine, layout).completeChecksums();
        SshAccess.grant(members, layout.name(), state);
    }

    private static Set<String> parts(LabLayout layout) {
        Set<String> parts = layout.members().stream().map(layout::container).collect(Collectors.toSet());
        parts.add(layout.fabric());
        return parts;
    }

    private static Set<String> names(List<Container> containers) {
        return containers.stream().map(container -> container.getNames()[0].substring(1)).collect(Collectors.toSet());
    }
}
