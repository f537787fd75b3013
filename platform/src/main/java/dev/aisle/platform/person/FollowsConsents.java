package dev.aisle.platform.person;

import dev.aisle.contracts.privacy.v1.ConsentState;
import java.util.Collection;

/** A feature that forgets something when a consent is taken back, or begins something when one is given. */
public interface FollowsConsents {
    /** Takes consents as they came, in their order; the same may come again. Whoever has a successor moved and took everything along. */
    void follow(Collection<ConsentState> states);
}
