package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.eventually;

import dev.aisle.campaign.campaigns.domain.Assignment;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.platform.consent.ConsentView;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Finds shoppers whom the hash puts where a test needs them. */
@Singleton
@Unremovable
class Shoppers {
    private final ConsentView consents;
    private final ReadCampaigns campaigns;

    Shoppers(ConsentView consents, ReadCampaigns campaigns) {
        this.consents = consents;
        this.campaigns = campaigns;
    }

    /** Consenting, and not in the campaign's comparison group. */
    Shopper treated(String campaign) {
        return consenting(assigned(campaign, Assignment.Treated.class));
    }

    /** Consenting, and in the campaign's comparison group. */
    Shopper heldOut(String campaign) {
        return consenting(assigned(campaign, Assignment.HeldOut.class));
    }

    private Shopper assigned(String id, Class<? extends Assignment> place) {
        Campaign campaign = campaigns.byId(id).orElseThrow();
        return Stream.generate(Shopper::unknown)
                .filter(shopper -> place.isInstance(Assignment.of(campaign, shopper.pseudonym())))
                .findFirst()
                .orElseThrow();
    }

    private Shopper consenting(Shopper shopper) {
        shopper.consents(1, ConsentStatus.GRANTED);
        eventually().until(() -> consents.allows(shopper.pseudonym(), Purpose.PERSONALIZATION));
        return shopper;
    }
}
