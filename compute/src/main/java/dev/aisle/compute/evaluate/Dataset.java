package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.recommend.Interactions;
import java.util.List;

/**
 * A data set that is split into what models may see and what they must find.
 *
 * @param name of the data, for the report
 * @param split how it was split, for the report
 * @param train what models see
 * @param truth items that each user took afterwards; users and items as in train
 * @param seenAreCandidates whether items of a user's train may be recommended, since they are taken again
 */
record Dataset(String name, String split, Interactions train, List<int[]> truth, boolean seenAreCandidates) {}
