package dev.aisle.local.stack;

import java.nio.file.Path;

/** One of the five Quarkus services, from its packaged folder. */
final class Service implements Blueprint {
    private static final int HEAP_MEGABYTES = 192;
    /** It holds a catalogue and a model, and trains the next one beside. */
    private static final int RECOMMENDER_HEAP_MEGABYTES = 1024;

    private final Layout layout;
    private final Part part;

    Service(Layout layout, Part part) {
        this.layout = layout;
        this.part = part;
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public Path artifact() {
        return layout.project().resolve(part.label()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    @Override
    public void prepare() {
        // Its environment is all it needs; folders are made at the start.
    }

    @Override
    public Launch launch() {
        var trains = part == Part.RECOMMENDER;
        var words = Jvm.command(trains ? RECOMMENDER_HEAP_MEGABYTES : HEAP_MEGABYTES);
        if (!trains) {
            words.add(Jvm.quickStart());
        }
        words.add("-jar");
        words.add(artifact().toString());
        var folder = layout.data().resolve(part.label());
        return new Launch(words, ServiceEnvironment.of(part, layout), folder, layout.log(part));
    }

    @Override
    public boolean ready() {
        return Probe.ok(layout.ports().http(part).resolve("/q/health/ready"));
    }

    @Override
    public void provision() {
        // A service brings its own tables (Flyway).
    }
}
