/** How content people are with the answers, over REST and on pages for those who write the articles. */
@NullMarked
package dev.aisle.assistant.learning.report;

import org.jspecify.annotations.NullMarked;
