package dev.aisle.privacy.consent.versions;

import java.util.UUID;

/** One change in a subject's history, with everything that held after it. */
public record HistoryEntry(ConsentSnapshot snapshot, String method, UUID receiptId) {}
