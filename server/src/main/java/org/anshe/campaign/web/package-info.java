@org.jspecify.annotations.NullMarked
package org.anshe.campaign.web;
