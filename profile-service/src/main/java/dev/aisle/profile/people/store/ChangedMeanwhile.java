package dev.aisle.profile.people.store;

/** Somebody else wrote the same row; the transaction must be tried again from what stands there now. */
final class ChangedMeanwhile extends RuntimeException {
    ChangedMeanwhile(int missed) {
        super(missed + " rows of person_events were written by somebody else meanwhile; the batch is tried again");
    }
}
