package dev.aisle.ingest.door.usecase;

import java.util.List;

/** What would become of a request. */
public sealed interface Preview {
    /** Each item was looked at. */
    record Seen(List<Verdict> verdicts) implements Preview {
        public Seen {
            verdicts = List.copyOf(verdicts);
        }
    }

    /** It would be turned away as a whole. */
    record TurnedAway(Intake.Refusal refusal) implements Preview {}
}
