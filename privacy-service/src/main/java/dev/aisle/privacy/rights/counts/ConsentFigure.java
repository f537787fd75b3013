package dev.aisle.privacy.rights.counts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How many people said something about a purpose, as it was told on a day.
 *
 * @param status {@code grant}, {@code deny}, …
 * @param people {@code null}: too few to be told
 */
record ConsentFigure(
        LocalDate day,
        String purpose,
        String status,
        @Nullable Long people) {}
