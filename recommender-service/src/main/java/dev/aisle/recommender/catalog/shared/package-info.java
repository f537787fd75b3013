/**
 * Access to the service's database in plain SQL. Statements stand beside what they are for; here is only their running. Beside it the rules of languages
 * and the folders of indexes of words, and the files of models, in a folder or in a bucket.
 */
@NullMarked
package dev.aisle.recommender.catalog.shared;

import org.jspecify.annotations.NullMarked;
