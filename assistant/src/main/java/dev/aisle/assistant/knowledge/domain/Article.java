package dev.aisle.assistant.knowledge.domain;

/**
 * An article as an editor sees it.
 *
 * @param revision counts what was done with it; a change names the one that it rests on
 * @param newest its newest version
 * @param served the version that shoppers get now; 0 for none
 */
public record Article(long revision, ArticleVersion newest, int served) {
    /** Which article. */
    public ArticleKey key() {
        return newest.key();
    }
}
