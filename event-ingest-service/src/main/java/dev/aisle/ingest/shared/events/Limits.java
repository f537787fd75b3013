package dev.aisle.ingest.shared.events;

/** How much a client may send at once. */
public final class Limits {
    /** Bytes of a whole request after decompression: 500 KB. */
    public static final int BATCH_BYTES = 500 * 1024;
    /** Events in one request. */
    public static final int BATCH_EVENTS = 2_500;
    /** Bytes of one event: 32 KB. */
    public static final int EVENT_BYTES = 32 * 1024;
    /** Characters of a message id. */
    public static final int MESSAGE_ID = 100;
    /** Objects and arrays inside each other. */
    public static final int NESTING = 64;
    /** Products of one event. */
    public static final int PRODUCTS = 500;
    /** Characters of an id of the shop: of a product, an order, a coupon. */
    public static final int ID = 100;
    /** Characters of a name or title. */
    public static final int NAME = 300;
    /** Characters of a text that a person wrote. */
    public static final int FREE_TEXT = 4_000;
    /** Properties of a custom event that go on. */
    public static final int PROPERTIES = 32;

    private Limits() {}
}
