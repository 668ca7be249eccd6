/** 筛查命令：{@code conclave screen}, what in files says who somebody is. */
package conclave.appliance.document;
