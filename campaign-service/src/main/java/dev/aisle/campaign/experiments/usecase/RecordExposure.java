package dev.aisle.campaign.experiments.usecase;

import dev.aisle.campaign.experiments.domain.Exposed;
import dev.aisle.campaign.experiments.store.ExposureRepository;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Notes who saw which variation, in the transaction of whoever showed it and under its lock of the person. Of people who don't allow analytics nothing
 * is noted, whatever they see.
 */
@Singleton
public class RecordExposure {
    private final ExposureRepository exposures;
    private final ConsentView consents;

    RecordExposure(ExposureRepository exposures, ConsentView consents) {
        this.exposures = exposures;
        this.consents = consents;
    }

    /** Notes them; the same again changes nothing. */
    public void record(List<Exposed> exposed) {
        List<Exposed> allowed = exposed.stream()
                .filter(one -> consents.allows(one.pseudonym(), Purpose.ANALYTICS))
                .toList();
        if (!allowed.isEmpty()) {
            exposures.add(allowed);
        }
    }
}
