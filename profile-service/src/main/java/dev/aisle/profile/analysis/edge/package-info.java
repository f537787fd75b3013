/** Questions as JSON, answers as charts. */
@NullMarked
package dev.aisle.profile.analysis.edge;

import org.jspecify.annotations.NullMarked;
