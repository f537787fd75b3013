package dev.aisle.shop.gateway;

/** Makes the APIs: for each visitor those whose calls are noted in the visitor's journal. */
public final class Gateway {
    private final Addresses addresses;
    private final Sender sender;
    private final Pseudonyms pseudonyms = new Pseudonyms();

    public Gateway(Addresses addresses) {
        this.addresses = addresses;
        this.sender = new Sender(addresses);
    }

    /** The APIs for one visitor. */
    public Apis notedIn(Journal journal) {
        Calls door = new Calls(sender, journal, "event-ingest-service", addresses.door());
        Calls recommender = new Calls(sender, journal, "recommender-service", addresses.recommender());
        Calls campaigns = new Calls(sender, journal, "campaign-service", addresses.campaigns());
        Calls privacy = new Calls(sender, journal, "privacy-service", addresses.privacy());
        return new Apis(
                new Door(door, pseudonyms, addresses.writeKey()),
                new Recommender(recommender),
                new Campaigns(campaigns),
                new Flags(campaigns),
                new Till(campaigns),
                new Privacy(privacy));
    }
}
