package dev.aisle.campaign.offers.coupons.use;

import dev.aisle.campaign.offers.coupons.Refusal;
import dev.aisle.campaign.offers.coupons.use.UseRepository.Use;

/** How a use was answered. */
public sealed interface UseOutcome {
    /** It stands so now, by this request or by the same one earlier. */
    record Stands(Use use) implements UseOutcome {}

    /** The code gives nothing for this basket. */
    record Refused(Refusal reason) implements UseOutcome {}

    /** The id belongs to another request. */
    record IdTaken() implements UseOutcome {}

    /** Nobody reserved under this id. */
    record NoSuchUse() implements UseOutcome {}

    /** What was reserved was given or taken back: reserve again under a new id. */
    record Over(Use use) implements UseOutcome {}
}
