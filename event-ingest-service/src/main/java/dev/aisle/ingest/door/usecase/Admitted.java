package dev.aisle.ingest.door.usecase;

import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.door.domain.LinkProof;
import dev.aisle.platform.consent.Consent;
import java.util.List;

/**
 * An event that may be stored.
 *
 * @param event as it goes on, clear
 * @param consent of its person, under which it goes on
 * @param unknown how many properties and parts of the context no schema takes
 * @param minimised the fields of the contract that no granted purpose needed
 * @param link whether it links its browser to its customer
 */
record Admitted(ShopEvent event, Consent consent, int unknown, List<String> minimised, LinkProof link) {}
