package dev.aisle.ingest.door.usecase;

import dev.aisle.ingest.door.domain.Arrival;
import dev.aisle.ingest.door.domain.Body;

/** Whether a request may come in. */
sealed interface Entry {
    /** Its items can be looked at one by one. */
    record Entered(Body.Parsed body, Arrival arrival) implements Entry {}

    /** It stays outside as a whole. */
    record TurnedAway(Intake.Refusal refusal) implements Entry {}
}
