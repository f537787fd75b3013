package dev.aisle.profile.analysis.domain;

/** The answer to a question: what a chart needs. */
public interface Chart {
    /** What it rests on. */
    Basis basis();
}
