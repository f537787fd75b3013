package dev.aisle.profile.segments.members;

import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.consent.SeenConsent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Takes people out of segments when they no longer allow personalization, and back in when they do. */
@ApplicationScoped
class FollowConsents {
    private final ConsentAtUse consents;
    private final LookAgain lookAgain;

    FollowConsents(ConsentAtUse consents, LookAgain lookAgain) {
        this.consents = consents;
        this.lookAgain = lookAgain;
    }

    /** A version of somebody's consent. */
    public record Said(String pseudonym, long version) {}

    /**
     * Looks at those who said something.
     *
     * @throws ConsentAtUse.UnknownNow when the view doesn't have it yet; then again
     */
    public void follow(Collection<Said> said) {
        if (said.isEmpty()) {
            return;
        }
        consents.use(
                said.stream()
                        .map(one -> new SeenConsent(one.pseudonym(), List.of(), one.version()))
                        .toList(),
                () -> lookAgain.at(said.stream().map(Said::pseudonym).distinct().toList()));
    }
}
