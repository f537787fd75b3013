/** Tests of privacy-service. Real broker and database wherever a name ends in IT. */
package dev.aisle.privacy.rights.request.domain;
