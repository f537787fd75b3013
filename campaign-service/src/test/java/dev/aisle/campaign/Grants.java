package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.eventually;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.testing.TestKeys;
import dev.aisle.testing.TestRecords;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.Collection;

/** People who allow certain purposes and no other. */
@Singleton
@Unremovable
class Grants {
    private final ConsentView consents;

    Grants(ConsentView consents) {
        this.consents = consents;
    }

    /** Somebody new who allows these. */
    Shopper somebody(Purpose... purposes) {
        Shopper shopper = Shopper.unknown();
        say(shopper, 1, purposes);
        await(shopper, 1);
        return shopper;
    }

    /** Says in a version what is allowed from now on; what isn't named is taken back. */
    void says(Shopper shopper, long version, Purpose... purposes) {
        say(shopper, version, purposes);
        await(shopper, version);
    }

    static void say(Shopper shopper, long version, Purpose... purposes) {
        ConsentState.Builder state = ConsentState.newBuilder()
                .setPseudonym(shopper.pseudonym())
                .setVersion(version)
                .addPayloadKeys(TestKeys.of(shopper.pseudonym()));
        for (Purpose purpose : purposes) {
            state.addDecisions(PurposeDecision.newBuilder().setPurpose(purpose).setStatus(ConsentStatus.GRANTED));
        }
        TestRecords.write(Topic.CONSENTS, shopper.pseudonym(), state.build().toByteArray());
    }

    private void await(Shopper shopper, long version) {
        eventually().until(() -> consents.of(shopper.pseudonym()).version() == version);
    }

    /** Waits for all of them. */
    void await(Collection<Shopper> shoppers, long version) {
        shoppers.forEach(shopper -> await(shopper, version));
    }
}
