package dev.aisle.ingest.shared.domain;

/** Sees every text of a client before it goes on, and says what goes on in its place. */
public interface TextGuard {
    /** Lets everything pass. */
    TextGuard NONE = new TextGuard() {
        @Override
        public String id(String path, String text) {
            return text;
        }

        @Override
        public String words(String path, String text) {
            return text;
        }
    };

    /** Of an id or code of the shop, which must stay what it is unless it plainly is an address of a person. */
    String id(String path, String text);

    /** Of a text that somebody wrote. */
    String words(String path, String text);
}
