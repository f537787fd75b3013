package dev.aisle.assistant.knowledge.domain;

import java.util.List;

/**
 * A passage as it is searched. Only its points may come later than the rest: one of all its text under its headings, one of the headings alone,
 * which are often worded as a question is; and one of each way in which people ask for its article, which all of its passages share.
 */
public final class HeldPassage {
    private final Passage passage;
    private final HeldPoints text;
    private final HeldPoints asks;

    /** Without points as yet. */
    public HeldPassage(Passage passage, HeldPoints asks) {
        this.passage = passage;
        this.asks = asks;
        String heading = passage.heading();
        String head = passage.title() + (heading == null ? "" : ". " + heading);
        this.text = new HeldPoints(passage.language(), List.of(head + ". " + passage.text(), head));
    }

    /** The passage. */
    public Passage passage() {
        return passage;
    }

    /** Names it in the index: an edited article's passages have other names. */
    public String name() {
        return passage.article() + '|' + passage.language().tag() + '|' + passage.version() + '|' + passage.number();
    }

    /** What a model reads of it: everything, then the headings. */
    public HeldPoints text() {
        return text;
    }

    /** How people ask for its article. */
    public HeldPoints asks() {
        return asks;
    }

    /** Everything of it in one text. */
    public String wholeText() {
        return text.reads().getFirst().text();
    }
}
