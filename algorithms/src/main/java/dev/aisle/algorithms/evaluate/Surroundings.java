package dev.aisle.algorithms.evaluate;

import java.util.Optional;

/** What a metric of a list may need beside the list. Holds scratch space, so it is for one thread. */
final class Surroundings {
    private static final String NO_POPULARITY = "the popularity in training isn't known";

    final Catalogue catalogue;
    final ItemTraits traits;
    final Optional<Likeness> likeness;
    final Optional<Calibration> calibration;

    /** @param longest the longest lists that are asked for */
    Surroundings(Catalogue catalogue, ItemTraits traits, int longest) {
        this.catalogue = catalogue;
        this.traits = traits;
        this.likeness = traits.sets().map(sets -> new Likeness(sets, longest));
        this.calibration = traits.categories().map(Calibration::new);
    }

    /** Why popularity can't be used, if so. */
    Optional<String> withoutPopularity() {
        return catalogue.popularityKnown() ? Optional.empty() : Optional.of(NO_POPULARITY);
    }
}
