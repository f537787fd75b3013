package dev.aisle.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** One of the five Quarkus services, from its packaged folder. */
final class Service implements Blueprint {
    private static final int HEAP_MEGABYTES = 104;
    /** It holds a catalogue and two models when one takes the place of another; trainings have processes of their own. */
    private static final int RECOMMENDER_HEAP_MEGABYTES = 168;

    private final Layout layout;
    private final Part part;
    private final Tuning tuning;

    Service(Layout layout, Part part, Tuning tuning) {
        this.layout = layout;
        this.part = part;
        this.tuning = tuning;
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public Path artifact() {
        return packaged().resolve("quarkus-run.jar");
    }

    private Path packaged() {
        return layout.project().resolve(part.label()).resolve("target/quarkus-app");
    }

    @Override
    public Launch launch() {
        var words = jvm();
        words.addAll(StartArchive.command(packaged()));
        var environment = new LinkedHashMap<>(ServiceEnvironment.of(part, layout));
        if (tuning.jvm().isEmpty()) {
            // glibc keeps what is free in an arena for each thread; two are enough for what is small.
            environment.put("MALLOC_ARENA_MAX", "2");
        }
        environment.putAll(tuning.environment());
        return new Launch(words, environment, layout.data().resolve(part.label()), layout.log(part));
    }

    private List<String> jvm() {
        boolean computes = part == Part.RECOMMENDER;
        if (!tuning.jvm().isEmpty()) {
            var flags = new ArrayList<>(tuning.jvm());
            flags.addAll(computes ? List.of(Jvm.vectors()) : List.of());
            return Jvm.tuned(flags);
        }
        return computes
                ? Jvm.commandThatTidies(RECOMMENDER_HEAP_MEGABYTES, Jvm.vectors())
                : Jvm.command(HEAP_MEGABYTES, Jvm.quickStart());
    }

    @Override
    public boolean ready() {
        return Probe.ok(layout.ports().http(part).resolve("/q/health/ready"));
    }
}
