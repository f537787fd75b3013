package dev.aisle.profile.segments.members;

import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.consent.SeenConsent;
import dev.aisle.platform.person.FollowsConsents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Takes people out of segments when they no longer allow personalization, and back in when they do. */
@ApplicationScoped
class FollowConsents implements FollowsConsents {
    private final ConsentAtUse consents;
    private final LookAgain lookAgain;

    FollowConsents(ConsentAtUse consents, LookAgain lookAgain) {
        this.consents = consents;
        this.lookAgain = lookAgain;
    }

    /**
     * Looks at those who said something.
     *
     * @throws ConsentAtUse.UnknownNow when the view doesn't have it yet; then again
     */
    @Override
    public void follow(Collection<ConsentState> states) {
        List<SeenConsent> said = states.stream()
                .filter(state -> state.getSuccessor().isEmpty())
                .map(state -> new SeenConsent(state.getPseudonym(), List.of(), state.getVersion()))
                .toList();
        if (!said.isEmpty()) {
            consents.use(
                    said,
                    () -> lookAgain.at(
                            said.stream().map(SeenConsent::pseudonym).distinct().toList()));
        }
    }
}
