package dev.aisle.shop.gateway;

import java.util.function.BooleanSupplier;

/** Makes the APIs: for each visitor those whose calls are noted in the visitor's journal. */
public final class Gateway {
    private final Addresses addresses;
    private final Sender sender;
    private final Pseudonyms pseudonyms = new Pseudonyms();

    public Gateway(Addresses addresses) {
        this.addresses = addresses;
        this.sender = new Sender(addresses);
    }

    /**
     * The APIs for one visitor.
     *
     * @param optedOut whether the visitor's browser sends Global Privacy Control: every call then says so too
     */
    public Apis notedIn(Journal journal, BooleanSupplier optedOut) {
        Calls door = new Calls(sender, journal, optedOut, "event-ingest-service", addresses.door());
        Calls recommender = new Calls(sender, journal, optedOut, "recommender-service", addresses.recommender());
        Calls campaigns = new Calls(sender, journal, optedOut, "campaign-service", addresses.campaigns());
        Calls privacy = new Calls(sender, journal, optedOut, "privacy-service", addresses.privacy());
        return new Apis(
                new Door(door, pseudonyms, addresses.writeKey()),
                new Recommender(recommender),
                new Campaigns(campaigns),
                new Flags(campaigns),
                new Till(campaigns),
                new Privacy(privacy));
    }
}
