/** Works out whose data and which fields a breach touched. Nothing is written but the audit log. */
@NullMarked
package dev.aisle.privacy.rights.breach;

import org.jspecify.annotations.NullMarked;
