<#-- <h1>old</h1> -->
<#if items?size gt 0>
<h1>${title}</h1>
</#if>
<p class="lead">Plain words for ${user}</p>
