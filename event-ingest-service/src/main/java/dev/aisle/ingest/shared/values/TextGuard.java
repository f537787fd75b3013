package dev.aisle.ingest.shared.values;

/**
 * Sees every text of a client before it goes on, and says what goes on in its place. Where the text stands is given as the path
 * of what it is in and its name there: hardly ever does anybody need the two as one.
 */
public interface TextGuard {
    /** Lets everything pass. */
    TextGuard NONE = new TextGuard() {
        @Override
        public String id(String above, String name, String text) {
            return text;
        }

        @Override
        public String words(String above, String name, String text) {
            return text;
        }
    };

    /**
     * Of an id or code of the shop, which must stay what it is unless it plainly is an address of a person.
     *
     * @param above the path of the object that holds it, with its dot: {@code properties.}; empty at the top
     */
    String id(String above, String name, String text);

    /**
     * Of a text that somebody wrote.
     *
     * @param above as for {@link #id}
     */
    String words(String above, String name, String text);
}
