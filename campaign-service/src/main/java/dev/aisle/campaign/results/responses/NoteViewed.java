package dev.aisle.campaign.results.responses;

import dev.aisle.campaign.experiments.domain.Exposed;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.domain.Treatment;
import dev.aisle.campaign.experiments.domain.Unit;
import dev.aisle.campaign.experiments.flags.domain.Whose;
import dev.aisle.campaign.experiments.flags.usecase.FlagCatalogue;
import dev.aisle.campaign.experiments.flags.usecase.KeptVariations;
import dev.aisle.campaign.experiments.usecase.RecordExposure;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notes what an SDK says somebody saw, in the transaction of the caller. What belongs to no running phase, or names no variation of it, is nothing that
 * could be counted.
 */
@Singleton
class NoteViewed {
    private final FlagCatalogue catalogue;
    private final RecordExposure recordExposure;
    private final KeptVariations keptVariations;

    NoteViewed(FlagCatalogue catalogue, RecordExposure recordExposure, KeptVariations keptVariations) {
        this.catalogue = catalogue;
        this.recordExposure = recordExposure;
        this.keptVariations = keptVariations;
    }

    void note(Response.Viewed viewed, String pseudonym) {
        Phase phase = catalogue.now().phaseOf(viewed.experiment());
        Treatment treatment = phase == null || viewed.at().isBefore(phase.startedAt())
                ? null
                : treatment(phase.experiment().treatments(), viewed.variation());
        if (phase == null || treatment == null) {
            return;
        }
        boolean visit = phase.experiment().unit() == Unit.SESSION;
        if (visit && viewed.session().isEmpty()) {
            return;
        }
        recordExposure.record(List.of(new Exposed(
                viewed.experiment(),
                phase.number(),
                visit ? pseudonym + "/" + viewed.session() : pseudonym,
                pseudonym,
                treatment.key(),
                treatment.weight(),
                viewed.at(),
                visit ? Set.of() : browsersOf(pseudonym))));
    }

    /** None for a browser of somebody else, whose lock isn't held here. */
    private Set<String> browsersOf(String pseudonym) {
        Whose whose = keptVariations.whose(pseudonym);
        return whose.person().equals(pseudonym) ? whose.browsers() : Set.of();
    }

    /** By its key, or as some SDKs have it by its number. */
    private static @Nullable Treatment treatment(List<Treatment> treatments, String named) {
        for (Treatment treatment : treatments) {
            if (treatment.key().equals(named)) {
                return treatment;
            }
        }
        int number = named.matches("[0-9]{1,2}") ? Integer.parseInt(named) : treatments.size();
        return number < treatments.size() ? treatments.get(number) : null;
    }
}
