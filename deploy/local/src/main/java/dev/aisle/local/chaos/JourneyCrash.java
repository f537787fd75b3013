package dev.aisle.local.chaos;

/** The moments of a journey's path at which a crash of campaign-service is most likely to lose or to double a message. */
public enum JourneyCrash {
    /** Journeys begin by events; nothing of that is committed. */
    BEGUN_NOT_COMMITTED(JourneyCrash.BASE + "JourneyWork", "keep", false, 1),
    /** They are committed, and the broker doesn't know yet that the events were read. */
    BEGUN_NOT_ACKNOWLEDGED("dev.aisle.campaign.delivery.triggers.FollowHappenings_Subclass", "follow", false, 1),
    /** Journeys that are due are held by a lease, and nothing else. */
    CLAIMED("dev.aisle.campaign.delivery.journeys.store.TimerRepository", "claim", false, 1),
    /** Some messages of a batch are queued, the others aren't; nothing is committed. */
    SOME_QUEUED(JourneyCrash.BASE + "RunProgram", "run", true, 5),
    /** All messages are queued and the journeys stand further on; nothing is committed. */
    TAKEN_ON_NOT_COMMITTED(JourneyCrash.BASE + "TakeOn", "all", false, 1),
    /** All of that is committed. */
    COMMITTED(JourneyCrash.BASE + "TakeOn_Subclass", "all", false, 1);

    private static final String BASE = "dev.aisle.campaign.delivery.journeys.usecase.";

    private final String className;
    private final String method;
    private final boolean atEntry;
    private final int hits;

    JourneyCrash(String className, String method, boolean atEntry, int hits) {
        this.className = className;
        this.method = method;
        this.atEntry = atEntry;
        this.hits = hits;
    }

    CrashPlace place() {
        return new CrashPlace(className, method, atEntry, hits);
    }
}
