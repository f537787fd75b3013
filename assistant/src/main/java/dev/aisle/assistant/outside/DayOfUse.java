package dev.aisle.assistant.outside;

import java.time.LocalDate;

/**
 * What a model was used for on a day (UTC).
 *
 * @param calls that were made
 * @param answered of them, where at least a sentence was supported
 * @param failed of them: late, refused or unreadable
 * @param sentences that it wrote
 * @param dropped of them, because no passage supports them or the answer was long enough
 * @param costMicros millionths of a unit of the currency; where the model didn't say its tokens, the most that it can have been
 */
public record DayOfUse(
        LocalDate day,
        String model,
        long calls,
        long answered,
        long failed,
        long sentences,
        long dropped,
        long inputTokens,
        long outputTokens,
        long costMicros) {}
