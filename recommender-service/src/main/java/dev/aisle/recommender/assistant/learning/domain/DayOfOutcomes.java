package dev.aisle.recommender.assistant.learning.domain;

import java.time.LocalDate;

/**
 * Sums over conversations that began in some days, of one language and variation.
 *
 * @param day the first of the days (UTC)
 * @param units people who spoke, and conversations of nobody known
 * @param solved conversations in which something was answered, no person was asked for, the last thumb isn't down and the stars aren't one or two
 * @param judged units that gave a thumb
 * @param helpful thumbs up
 * @param unhelpful thumbs down
 * @param rated units that gave stars
 * @param ratings how often
 * @param stars their sum
 */
public record DayOfOutcomes(
        LocalDate day,
        String language,
        String variation,
        long units,
        long conversations,
        long answers,
        long unsure,
        long handedOver,
        long solved,
        long judged,
        long helpful,
        long unhelpful,
        long rated,
        long ratings,
        long stars) {}
