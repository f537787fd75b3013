package dev.aisle.assistant.understanding.intents;

import jakarta.inject.Singleton;
import java.util.List;

/** A shop's own examples; what is learned from them follows within seconds, on every instance. */
@Singleton
class KeepExamples {
    /** So many of a language, so that learning stays a matter of seconds. */
    public static final int MOST = 2_000;

    private final ExampleRepository examples;

    KeepExamples(ExampleRepository examples) {
        this.examples = examples;
    }

    /** What became of it. */
    public enum Outcome {
        NEW,
        CHANGED,
        /** There are {@value KeepExamples#MOST} already. */
        TOO_MANY
    }

    /** Writes one. */
    public Outcome put(OwnExample own) {
        if (examples.countBeside(own.example().language(), own.id()) >= MOST) {
            return Outcome.TOO_MANY;
        }
        return examples.write(own) ? Outcome.NEW : Outcome.CHANGED;
    }

    /** All of them by id. */
    public List<OwnExample> all() {
        return examples.all();
    }

    /** Whether it was there. */
    public boolean delete(String id) {
        return examples.delete(id);
    }
}
