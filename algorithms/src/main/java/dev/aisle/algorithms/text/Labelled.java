package dev.aisle.algorithms.text;

/** An example: a text and what it is about. */
public record Labelled(String text, String label) {}
